using System.Globalization;
using System.Text;

namespace Limpid.Data.Tabular;

/// <summary>The tables of the manifest; all are shipped, and checked on every use.</summary>
public static class TabularSets
{
    private static readonly string[] Nuclei =
        ["radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points", "symmetry", "fractal dimension"];

    private static readonly string[] Wines =
    [
        "alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "phenols", "flavanoids", "nonflavanoid phenols", "proanthocyanins", "colour intensity", "hue", "OD280/OD315", "proline",
    ];

    private static readonly string[] Blood = ["age", "sex", "body mass index", "blood pressure", "s1 cholesterol", "s2 LDL", "s3 HDL", "s4 ratio", "s5 log triglycerides", "s6 glucose"];

    /// <summary>Breast cancer, Wisconsin: 569 tumours, mean, standard error and worst of ten measures of their cell nuclei; 212 <c>malignant</c>, 357 <c>benign</c>.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static TabularSet BreastCancer(DataStore? store = null) => WithClasses("breast-cancer", "breast_cancer.csv",
        [.. new[] { "mean", "error", "worst" }.SelectMany(kind => Nuclei.Select(measure => $"{kind} {measure}"))], ["malignant", "benign"], store);

    /// <summary>Wine: 13 chemical measures of 178 wines; 59, 71 and 48 of the cultivars <c>first</c>, <c>second</c> and <c>third</c>.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static TabularSet Wine(DataStore? store = null) => WithClasses("wine", "wine_data.csv", Wines, ["first", "second", "third"], store);

    /// <summary>Spambase: 57 frequencies and lengths in 4 601 mails, 1 813 of them <c>spam</c>.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static TabularSet Spambase(DataStore? store = null)
    {
        string[] lines = Lines(store, "spambase", "spambase.csv");
        string[] columns = lines[0].Split(',')[..^1], classes = ["mail", "spam"];
        string[][] cells = [.. lines[1..].Select(line => line.Split(','))];
        return new TabularSet("spambase", columns, Numbers("spambase", [.. cells.Select(row => row[..^1])], columns.Length), [.. cells.Select(row => row[^1] == "spam" ? 1.0 : 0.0)], classes);
    }

    /// <summary>Diabetes: ten measures of 442 patients, and how far the disease had progressed a year later (25 to 346).</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static TabularSet Diabetes(DataStore? store = null)
    {
        double[][] inputs = Numbers("diabetes", [.. Lines(store, "diabetes", "diabetes_data_raw.csv").Select(line => line.Split(' '))], Blood.Length);
        double[][] targets = Numbers("diabetes", [.. Lines(store, "diabetes", "diabetes_target.csv").Select(line => line.Split(' '))], 1);
        if (inputs.Length != targets.Length) throw new DataFormatException("diabetes", $"there are {inputs.Length} patients and {targets.Length} targets");
        return new TabularSet("diabetes", Blood, inputs, [.. targets.Select(target => target[0])]);
    }

    private static TabularSet WithClasses(string set, string file, string[] columns, string[] classes, DataStore? store)
    {
        double[][] cells = Numbers(set, [.. Lines(store, set, file)[1..].Select(line => line.Split(','))], columns.Length + 1);
        return new TabularSet(set, columns, [.. cells.Select(row => row[..^1])], [.. cells.Select(row => row[^1])], classes);
    }

    private static string[] Lines(DataStore? store, string set, string file) =>
        Encoding.ASCII.GetString((store ?? DataStore.Default).Read(set, file)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double[][] Numbers(string set, string[][] rows, int columns) => [.. rows.Select((row, i) => row.Length != columns
        ? throw new DataFormatException(set, $"row {i + 1} has {row.Length} cells, expected {columns}")
        : row.Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value : throw new DataFormatException(set, $"row {i + 1} holds '{cell}', expected a number")).ToArray())];
}
