namespace Limpid.Tests.Data.R;

/// <summary>Small files with every kind of item.</summary>
internal static class RSamples
{
    /// <summary>A data frame of a factor (b, a, missing) and numbers, with row names.</summary>
    public static void Frame(RFileWriter file)
    {
        file.List(RFileWriter.Attributes, Factor, f => f.Doubles(1.5, double.NaN, -2));
        file.Pair("names", f => f.Texts("group", "value")).Pair("class", f => f.Texts("data.frame")).Pair("row.names", f => f.Texts("p", "q", "r")).Int(RFileWriter.Null);
    }

    public static void Factor(RFileWriter file)
    {
        file.Vector(13, RFileWriter.Attributes, 3, i => file.Int(i == 2 ? int.MinValue : 2 - i));
        file.Pair("levels", f => f.Texts("a", "b")).Pair("class", f => f.Texts("factor")).Int(RFileWriter.Null);
    }

    public static void Matrix(RFileWriter file)
    {
        file.Vector(14, RFileWriter.Attributes, 6, i => file.Double(i));
        file.Pair("dim", f => f.Ints(2, 3)).Pair("dimnames", f => f.List(0, g => g.Texts("g1", "g2"), g => g.Texts("p", "q", "r"))).Int(RFileWriter.Null);
    }

    /// <summary>An environment that holds the matrix as exprs and itself as self.</summary>
    public static void Environment(RFileWriter file)
    {
        file.Int(4).Int(0).Int(242).Int(RFileWriter.Null);
        file.List(0, f => f.Pair("exprs", Matrix).Int(RFileWriter.Null), f => f.Pair("self", g => g.Int(255).Int(EnvironmentNumber)).Int(RFileWriter.Null), f => f.Int(RFileWriter.Null));
        file.Int(RFileWriter.Null);
    }

    // Items that can be referred to are numbered as they come: x, assayData, then the environment.
    private const int EnvironmentNumber = 3;

    public static void Set(RFileWriter file)
    {
        file.Int(25 | RFileWriter.Attributes);
        file.Pair("assayData", Environment);
        file.Pair("phenoData", f => f.Int(25 | RFileWriter.Attributes).Pair("data", Frame).Pair("class", g => g.Texts("AnnotatedDataFrame")).Int(RFileWriter.Null));
        file.Pair("class", f => f.Texts("ExpressionSet")).Int(RFileWriter.Null);
    }

    public static void Compact(RFileWriter file, string name, Action<RFileWriter> state)
    {
        file.Int(238).Int(2).Symbol(name).Int(2).Symbol("base").Int(2).Ints(13).Int(RFileWriter.Null);
        state(file);
        file.Int(RFileWriter.Null);
    }
}
