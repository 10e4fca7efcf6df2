namespace Limpid.Tests.Figures;

using System.Reflection;
using Limpid.Figures;
using Limpid.Graphs;
using TorchSharp;
using Xunit.Sdk;
using static TorchSharp.torch;

/// <summary>A small valid value for each parameter of the methods of <see cref="Figures"/>, which fit each other.</summary>
internal static class SampleArguments
{
    private const int Points = 3, Classes = 2;

    /// <summary>The value; a parameter that this class does not know is an error, unless it is optional and shows no text.</summary>
    public static object? For(ParameterInfo parameter, string label)
    {
        if (ByName(parameter.Member.Name, parameter.Name!, label).FirstOrDefault(parameter.ParameterType.IsInstanceOfType) is { } named)
            return named;
        if (parameter.ParameterType == typeof(string))
            return label;
        if (ByType(label).FirstOrDefault(parameter.ParameterType.IsInstanceOfType) is { } value)
            return value;
        return parameter.HasDefaultValue && !parameter.ParameterType.IsAssignableFrom(typeof(string[]))
            ? parameter.DefaultValue
            : throw new XunitException($"SampleArguments has no value for {parameter} of {parameter.Member}; add one, so that its labels are tested.");
    }

    /// <summary>Whether a parameter brings text that the figure shows.</summary>
    public static bool ShowsText(ParameterInfo parameter) => parameter.Name is not ("letters" or "sequence")
        && (parameter.ParameterType == typeof(string) || parameter.ParameterType.GetGenericArguments() is [var item]
            && (item == typeof(string) || item == typeof(BarGroup) || item == typeof(PaperPoints) || item.IsGenericType && item.GetGenericArguments()[0] == typeof(string)));

    private static object[] ByName(string method, string name, string label) => (method, name) switch
    {
        (_, "points") => [Samples.Map(Points, 2), tensor(Samples.Map(Points, 2))],
        (_, "labels" or "actual" or "predicted") => [new[] { 0, 1, 0 }, tensor(new long[] { 0, 1, 0 })],
        ("Network", "values") => [new[] { new double[] { 1, 2, 3 }, [4, -5] }, new[] { tensor(new double[] { 1, 2, 3 }), tensor(new double[] { 4, -5 }) }],
        (_, "graph") => [Graph.Path(Points)],
        (_, "graphs") => [Pairs(label, Graph.Path(Points))],
        (_, "signals") => [new[] { new double[] { 1, 3, 2 }, [2, 1, -3] }],
        (_, "places") => [Samples.Map(Points, 2)],
        (_, "signal" or "values") => [new double[] { 1, 3, 2 }, tensor(new double[] { 1, 3, 2 })],
        (_, "frequencies") => [Samples.Map(Points, 4), tensor(Samples.Map(Points, 4))],
        (_, "letters") => ["ACGT"],
        (_, "sequence") => ["ACG"],
        (_, "relevance") => [new double[] { 1, -3, 2 }, tensor(new double[] { 1, -3, 2 })],
        (_, "weights") => [new[] { Samples.Map(Classes, Points, -1) }, new[] { tensor(Samples.Map(Classes, Points)) }],
        (_, "counts") => [new[,] { { 3, 1 }, { 0, 2 } }],
        (_, "observed") => [2.5],
        (_, "marked") => [new[] { 1 }],
        (_, "names") or ("Matrices", "columns") => [Texts(label, Points)],
        ("Segmentation", "maps") => [Pairs(label, new[,] { { 0, 1 }, { -1, 0 } }), Pairs(label, tensor(new long[] { 0, -1 }).reshape(1, 2))],
        ("Matrices", "panels") => [Pairs(label, Samples.Map(2, Points)), Pairs(label, tensor(Samples.Map(2, Points)))],
        ("Hyperplanes", "panels") => [Pairs(label, new PlaneView(Samples.Map(Points, 2), [new(1, 2, -1), new(0, 1, 0, 1)], (0, 0), [Samples.Map(Points, 2)]))],
        ("HistogramGrid", "panels") => [Pairs<IReadOnlyList<double[]>>(label, [[1, 3, 2], [2, 4]])],
        ("Lines", "lines") => [Pairs(label, Samples.Map(2, Points)), Pairs(label, new double[] { 1, 3, 2 }), Pairs(label, tensor(Samples.Map(2, Points)))],
        (_, "pictures") => [Pairs(label, Samples.Map(5, 5)), Pairs(label, tensor(Samples.Map(5, 5)))],
        _ => [],
    };

    private static object[] ByType(string label) =>
    [
        Samples.Map(Points, 4), tensor(Samples.Map(Points, 4)), new double[] { 1, 3, 2 }, Texts(label, Classes),
        Pairs(label, Samples.Map(2, Points)), Pairs(label, new double[] { 1, 3, 2 }),
        Pairs<IReadOnlyList<double[,]>>(label, [Samples.Map(2, 2), Samples.Map(2, 2, -2)]), Pairs(label, tensor(Samples.Map(4, 2)).reshape(2, 2, 2)),
        new[] { new PaperPoints([1, 2], [1, 3], label) }, new[] { new BarGroup(label, [1, 2], [0.1, 0.2], [1.1, 2.2], [0.1, 0.1]) },
    ];

    private static (string, T)[] Pairs<T>(string label, T value) => [(label, value), (label + "2", value)];

    private static string[] Texts(string label, int count) => [.. Enumerable.Range(0, count).Select(i => label + (i == 0 ? "" : $"{i + 1}"))];
}
