# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: they change less often than the code, and this layer is then kept.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY build/ build/
COPY src/CooperationRegistry.Domain/*.csproj src/CooperationRegistry.Domain/packages.lock.json src/CooperationRegistry.Domain/
COPY src/CooperationRegistry.Data/*.csproj src/CooperationRegistry.Data/packages.lock.json src/CooperationRegistry.Data/
COPY src/CooperationRegistry.Web/*.csproj src/CooperationRegistry.Web/packages.lock.json src/CooperationRegistry.Web/
RUN dotnet restore src/CooperationRegistry.Web

COPY src/ src/
COPY data/ data/
# Restores again: whether Blazor's script is needed shows only when the pages are there.
RUN dotnet publish src/CooperationRegistry.Web --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the health check; the Debian-based image has ICU already.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app ./
RUN install -d -o $APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 DataFolder=/data DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=4 \
  CMD curl --fail --silent --output /dev/null http://127.0.0.1:8080/health/ready
ENTRYPOINT ["dotnet", "CooperationRegistry.Web.dll"]
