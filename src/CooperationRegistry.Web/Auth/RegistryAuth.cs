using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Auth;

public static class RegistryAuth
{
    /// <summary>How soon a changed password or role ends the sessions opened before.</summary>
    internal static readonly TimeSpan SignInChecked = TimeSpan.FromMinutes(1);

    internal const string SessionCookie = "registry.session";

    private static readonly string[] Programs = ["/_blazor", "/workspace/attachments"];

    public static IServiceCollection AddRegistryAuth(this IServiceCollection services)
    {
        services.AddIdentity<Account, IdentityRole<Guid>>(Configure)
            .AddEntityFrameworkStores<RegistryDbContext>()
            .AddDefaultTokenProviders()
            .AddUserManager<AccountManager>()
            .AddSignInManager<AccountSignIn>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<NotTheAddress>();
        services.ConfigureApplicationCookie(Configure);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = SignInChecked);
        services.AddAuthorization(Policies.Define);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();

        services.AddDataProtection().SetApplicationName("CooperationRegistry");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IDbContextFactory<RegistryDbContext>>((options, contexts) =>
            {
                options.XmlRepository = new DatabaseKeyRing(contexts);
                // In the clear, beside the accounts: whoever can read the database needs no key to do harm.
                options.XmlEncryptor = new NullXmlEncryptor();
            });

        services.AddSingleton<SetUpLink>();
        services.AddScoped<UserAdmin>().AddScoped<Onboarding>().AddScoped<PasswordSignIn>();
        services.AddScoped<OwnAccount>().AddScoped<SecondStep>().AddPasskeys();
        services.AddScoped<AccountDesk>().AddSingleton<Mailer>().AddSingleton<LinkMails>();
        services.AddSingleton<ForgottenPasswords>().AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
        return services;
    }

    public static IEndpointRouteBuilder MapRegistryAuth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/sign-out", SignOutAsync);
        endpoints.MapPasskeyOptions();
        // What matches nothing is not found, for everybody; without this an unknown address would ask to sign in.
        endpoints.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        return endpoints;
    }

    // No antiforgery token: the cookie is SameSite=Lax, so that another site's form arrives signed out.
    private static async Task<IResult> SignOutAsync(SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in");
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // The address is the name; the address's own rule is enough.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        // A page of another site can make a browser send a cookie, but never a key.
        options.ForwardDefaultSelector = context => ApiPaths.IsApi(context.Request.Path) ? ApiKeyHandler.Scheme : null;
        options.Cookie.Name = SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.AccessDeniedPath = "/account/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => RedirectPeople(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectPeople(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>A program that calls the API, keeps a circuit or sends a file is told by status; a person is led to a page.</summary>
    private static Task RedirectPeople(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Programs.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            // A bare status: no page in its place, which would be drawn for the method of the request.
            context.HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
        return Task.CompletedTask;
    }
}
