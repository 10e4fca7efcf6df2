using System.Globalization;

namespace Limpid.Data.Tfjs;

/// <summary>An output of a node, used as the input of another.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Output">Which of its outputs, from 0.</param>
public readonly record struct TfjsInput(string Node, int Output)
{
    /// <summary>Reads <c>name</c> or <c>name:output</c>.</summary>
    /// <param name="text">The text.</param>
    public static TfjsInput Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int output)
            ? new(text[..colon], output)
            : new(text, 0);
    }

    /// <summary>As in the file: the output 0 is not written.</summary>
    public override string ToString() => Output == 0 ? Node : FormattableString.Invariant($"{Node}:{Output}");
}
