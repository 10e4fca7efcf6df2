using Spectre.Console;

namespace Limpid.Cli;

/// <summary>Tables: framed and wrapped on a terminal, one line per row elsewhere.</summary>
internal static class Tables
{
    /// <summary>Writes a table.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="headers">The columns.</param>
    /// <param name="rows">One text per column.</param>
    public static void Write(CommandContext context, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (context.Live)
        {
            Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. headers.Select(Markup.Escape)]);
            foreach (IReadOnlyList<string> row in rows)
                table.AddRow([.. row.Select(Markup.Escape)]);
            context.Console.Write(table);
            return;
        }
        int[] widths = [.. headers.Select((header, i) => rows.Select(row => row[i].Length).Append(header.Length).Max())];
        foreach (IReadOnlyList<string> row in rows.Prepend(headers))
            context.Out.WriteLine(string.Join("  ", row.Select((text, i) => text.PadRight(widths[i]))).TrimEnd());
    }
}
