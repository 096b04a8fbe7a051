using System.Text.Json;
using Npgsql;

namespace CooperationRegistry.Bench.Floors;

/// <summary>What the server asked the database for the pages at some addresses, and by which connection.</summary>
/// <param name="Connection">With the password.</param>
/// <param name="Texts">The statements, each once.</param>
/// <param name="Pages">By their place in the list of addresses.</param>
internal sealed record Recording(string Connection, IReadOnlyList<string> Texts, IReadOnlyList<RecordedPage> Pages)
{
    public double StatementsPerPage => Pages.Average(p => p.Trips.Sum(t => t.Count));

    public async Task SaveAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, this, cancellationToken: cancellationToken);
    }

    public static async Task<Recording> LoadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<Recording>(file, cancellationToken: cancellationToken))!;
    }
}

/// <param name="Trips">To the database, each with one statement or, as a batch, more.</param>
internal sealed record RecordedPage(IReadOnlyList<IReadOnlyList<RecordedStatement>> Trips);

/// <param name="Text">Its place in <see cref="Recording.Texts"/>.</param>
internal sealed record RecordedStatement(int Text, IReadOnlyList<RecordedParameter> Parameters);

/// <param name="Name">Empty where it goes by its place.</param>
/// <param name="DataType">As PostgreSQL calls it; null where Npgsql takes it from the value.</param>
/// <param name="Class">Of the value, with its assembly; null for NULL.</param>
/// <param name="Value">As JSON.</param>
internal sealed record RecordedParameter(string Name, string? DataType, string? Class, JsonElement Value)
{
    public static RecordedParameter Of(NpgsqlParameter parameter)
    {
        var value = parameter.Value is DBNull ? null : parameter.Value;
        return new RecordedParameter(parameter.ParameterName, parameter.DataTypeName, value?.GetType().AssemblyQualifiedName, JsonSerializer.SerializeToElement(value));
    }

    /// <summary>A new parameter each time, as the server makes one.</summary>
    public Func<NpgsqlParameter> Maker()
    {
        var value = Class is null ? DBNull.Value : Value.Deserialize(Type.GetType(Class, throwOnError: true)!)!;
        return () =>
        {
            var parameter = new NpgsqlParameter { ParameterName = Name, Value = value };
            if (DataType is not null)
                parameter.DataTypeName = DataType;
            return parameter;
        };
    }
}
