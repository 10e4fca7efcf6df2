namespace Deedle.Csv;

internal static class CsvSchema
{
    /// <summary>The type of each column that the schema names, as "type, type" by place or "name=type"; null for the others.</summary>
    public static Type?[] Types(string? schema, string[] names)
    {
        var types = new Type?[names.Length];
        var parts = schema?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        for (var i = 0; i < parts.Length; i++)
        {
            var equals = parts[i].IndexOf('=', StringComparison.Ordinal);
            var at = equals < 0 ? i : Array.IndexOf(names, parts[i][..equals].Trim());
            if (at < 0 || at >= names.Length)
                throw new FormatException($"Column '{parts[i][..Math.Max(equals, 0)].Trim()}' not found in '{string.Join(",", names)}'");
            types[at] = Named(parts[i][(equals + 1)..].Trim());
        }
        return types;
    }

    private static Type Named(string name) => name switch
    {
        "bool" => typeof(bool),
        "int" => typeof(int),
        "int64" => typeof(long),
        "decimal" => typeof(decimal),
        "float" => typeof(double),
        "string" => typeof(string),
        _ => throw new NotSupportedException($"The substitute of Deedle knows no type '{name}' in a schema; use bool, int, int64, decimal, float or string."),
    };
}
