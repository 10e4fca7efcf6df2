namespace Limpid.Figures;

/// <summary>The colours of all figures; each reads on white and on a dark page.</summary>
internal static class Palette
{
    /// <summary>Text and axes.</summary>
    public const string Text = "#7f8285";

    /// <summary>What is compared against, such as a null distribution.</summary>
    public const string Null = "#94a4a2";

    /// <summary>What is marked in a plot.</summary>
    public const string Mark = "#e76300";

    /// <summary>Grid lines.</summary>
    public const string Grid = "rgba(128,128,128,0.28)";

    /// <summary>A band behind what is marked.</summary>
    public const string Band = "rgba(128,128,128,0.18)";

    /// <summary>Outlines of panels and zero lines.</summary>
    public const string Line = "rgba(128,128,128,0.65)";

    /// <summary>Lines of positive weight: red, as in <see cref="Diverging"/>, but of a shade that shows on every page.</summary>
    public const string Positive = "#d6604d";

    /// <summary>Lines of negative weight.</summary>
    public const string Negative = "#4393c3";

    /// <summary>Edges of a graph.</summary>
    public const string Edge = "rgba(128,128,128,0.55)";

    /// <summary>Around vertices, so that pale ones show on white and dark ones on a dark page.</summary>
    public const string Outline = "#7f8285";

    /// <summary>Values that a paper prints.</summary>
    public const string Paper = "#8a8d90";

    /// <summary>The ten colours for classes by M. Petroff, "Accessible color sequences for data visualization", arXiv:2107.02270,
    /// chosen to stay apart for colour-blind readers.</summary>
    public static readonly string[] Classes =
        ["#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6", "#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"];

    /// <summary>Blue to red over near-white (ColorBrewer's RdBu turned round: red is high).</summary>
    public static readonly object[] Diverging =
    [
        Stop(0, "#053061"), Stop(0.125, "#2166ac"), Stop(0.25, "#4393c3"), Stop(0.375, "#92c5de"), Stop(0.5, "#f7f7f7"),
        Stop(0.625, "#f4a582"), Stop(0.75, "#d6604d"), Stop(0.875, "#b2182b"), Stop(1, "#67001f"),
    ];

    /// <summary>White to dark blue (ColorBrewer's Blues).</summary>
    public static readonly object[] Share =
        [Stop(0, "#f7fbff"), Stop(0.2, "#c6dbef"), Stop(0.4, "#9ecae1"), Stop(0.6, "#4292c6"), Stop(0.8, "#2171b5"), Stop(1, "#08306b")];

    /// <summary>Blue over clear to red, to lay over a grey picture.</summary>
    public static readonly Veil[] DivergingVeil =
        [new(0, 5, 72, 151, 0.95), new(0.25, 33, 122, 202, 0.62), new(0.5, 247, 247, 247, 0), new(0.75, 214, 76, 57, 0.62), new(1, 168, 0, 32, 0.95)];

    /// <summary>Clear to red, to lay over a grey picture.</summary>
    public static readonly Veil[] SequentialVeil = [new(0, 247, 247, 247, 0), new(0.5, 214, 76, 57, 0.62), new(1, 168, 0, 32, 0.95)];

    /// <summary>White to grey, for the ink of pictures beneath a map.</summary>
    public static readonly object[] PaleGrey = [Stop(0, "#ffffff"), Stop(1, "#7d7d7d")];

    public static readonly object[] Grey = [Stop(0, "#ffffff"), Stop(1, "#000000")];

    /// <summary>The six colours for lines and bars by the same author, without the grey one, which is the papers'.</summary>
    public static readonly string[] Series = ["#5790fc", "#f89c20", "#e42536", "#964a8b", "#7a21dd"];

    public static string Class(int index) => Classes[index % Classes.Length];

    public static string OfSeries(int index) => Series[index % Series.Length];

    /// <summary>A series colour as <c>rgba</c> with the given opacity.</summary>
    public static string Faint(int index, double opacity)
    {
        var rgb = Convert.FromHexString(OfSeries(index).AsSpan(1));
        return FormattableString.Invariant($"rgba({rgb[0]},{rgb[1]},{rgb[2]},{opacity})");
    }

    public static object[] Stop(double at, string colour) => [at, colour];
}
