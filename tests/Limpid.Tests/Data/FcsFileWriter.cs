using System.Globalization;
using System.Text;

namespace Limpid.Tests.Data;

/// <summary>Makes FCS files whose every part a test can spoil.</summary>
internal static class FcsFileWriter
{
    public static Dictionary<string, string> Keywords(string type, int bits, long events, params string[] names)
    {
        var keywords = new Dictionary<string, string>
        {
            ["$DATATYPE"] = type, ["$MODE"] = "L", ["$BYTEORD"] = "4,3,2,1", ["$PAR"] = names.Length.ToString(CultureInfo.InvariantCulture),
            ["$TOT"] = events.ToString(CultureInfo.InvariantCulture),
        };
        for (int n = 1; n <= names.Length; n++)
            (keywords[$"$P{n}N"], keywords[$"$P{n}B"], keywords[$"$P{n}R"]) = (names[n - 1], bits.ToString(CultureInfo.InvariantCulture), "1024");
        return keywords;
    }

    public static byte[] File(Dictionary<string, string> keywords, byte[] data, char delimiter = '/', bool offsetsInText = false)
    {
        const int TextStart = 64, DataStart = 4096;
        if (offsetsInText)
            (keywords["$BEGINDATA"], keywords["$ENDDATA"]) = ($"{DataStart}", $"{DataStart + data.Length - 1}");
        string Escaped(string text) => text.Replace($"{delimiter}", $"{delimiter}{delimiter}", StringComparison.Ordinal);
        byte[] text = Encoding.UTF8.GetBytes(delimiter + string.Concat(keywords.Select(pair => $"{Escaped(pair.Key)}{delimiter}{Escaped(pair.Value)}{delimiter}")));
        byte[] file = new byte[DataStart + data.Length];
        Array.Fill(file, (byte)' ', 0, DataStart);
        string header = $"FCS3.1    {TextStart,8}{TextStart + text.Length - 1,8}{(offsetsInText ? 0 : DataStart),8}{(offsetsInText ? 0 : DataStart + data.Length - 1),8}{0,8}{0,8}";
        Encoding.ASCII.GetBytes(header).CopyTo(file, 0);
        text.CopyTo(file, TextStart);
        data.CopyTo(file, DataStart);
        return file;
    }
}
