using System.Text;

namespace Deedle.Csv;

internal static class CsvText
{
    /// <summary>The rows of a text: quoted cells may hold separators and line ends; blank lines are skipped.</summary>
    public static IEnumerable<string[]> Rows(TextReader reader, string separators)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, wasQuoted) = (false, false);
        for (int c; (c = reader.Read()) >= 0;)
        {
            if (quoted)
            {
                if (c != '"')
                    cell.Append((char)c);
                else if (reader.Peek() == '"')
                    cell.Append((char)reader.Read());
                else
                    quoted = false;
            }
            else if (c == '"')
                quoted = wasQuoted = true;
            else if (separators.Contains((char)c))
                EndCell();
            else if (c == '\n')
            {
                if (EndRow() is { } row)
                    yield return row;
            }
            else if (c != '\r')
                cell.Append((char)c);
        }
        if (EndRow() is { } last)
            yield return last;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }

        string[]? EndRow()
        {
            if (cells.Count == 0 && cell.Length == 0 && !wasQuoted)
                return null;
            EndCell();
            string[] row = [.. cells];
            cells.Clear();
            return row;
        }
    }

    public static string Quoted(string cell, char separator) =>
        cell.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
