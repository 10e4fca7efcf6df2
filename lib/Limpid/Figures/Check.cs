using System.Globalization;

namespace Limpid.Figures;

/// <summary>The conditions that every figure sets on its arguments.</summary>
internal static class Check
{
    public static void Caption(string caption)
    {
        ArgumentNullException.ThrowIfNull(caption);
        if (string.IsNullOrWhiteSpace(caption))
            throw new ArgumentException("The caption is empty; expected the finding in one sentence.", nameof(caption));
    }

    public static void NotEmpty(int count, string argument, string what)
    {
        if (count == 0)
            throw new ArgumentException($"{argument} is empty; expected at least one {what}.", argument);
    }

    public static void Length(int actual, int expected, string argument, string what)
    {
        if (actual != expected)
            throw new ArgumentException(Invariant($"{argument} has {actual} {what}; expected {expected}."), argument);
    }

    /// <summary>Refuses a list of names that is null, of another length, or holds null.</summary>
    public static void Names(IReadOnlyList<string>? names, int expected, string argument)
    {
        ArgumentNullException.ThrowIfNull(names, argument);
        Length(names.Count, expected, argument, "names");
        for (var i = 0; i < names.Count; i++)
            if (names[i] is null)
                throw new ArgumentException(Invariant($"Name {i} of {argument} is null; expected a text."), argument);
    }

    /// <summary>Refuses a label that is no class.</summary>
    public static void Labels(IReadOnlyList<int> labels, int classes, string argument, string what = "a class")
    {
        for (var i = 0; i < labels.Count; i++)
            if (labels[i] < 0 || labels[i] >= classes)
                throw new ArgumentException(Invariant($"{argument}[{i}] is {labels[i]}; expected {what} from 0 to {classes - 1}."), argument);
    }

    public static void Finite(double? value, string argument)
    {
        if (value is { } v && !double.IsFinite(v))
            throw new ArgumentException(Invariant($"{argument} is {v}; expected a finite number."), argument);
    }

    public static void Positive(double? value, string argument)
    {
        if (value is { } v && !(v > 0 && double.IsFinite(v)))
            throw new ArgumentOutOfRangeException(argument, v, "Expected a finite number above 0.");
    }

    /// <summary>Refuses infinities and data without a single number; NaN stands for "no value".</summary>
    /// <returns>How many values are NaN.</returns>
    public static int Values(IEnumerable<double> values, string argument, string where)
    {
        int missing = 0, index = 0;
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
                throw new ArgumentException(Invariant($"{argument}: value {index} of {where} is {value}; expected a finite number or NaN."), argument);
            if (double.IsNaN(value))
                missing++;
            index++;
        }
        if (index == 0)
            throw new ArgumentException($"{argument}: {where} is empty; expected at least one value.", argument);
        if (missing == index)
            throw new ArgumentException($"{argument}: {where} holds only NaN; expected at least one number.", argument);
        return missing;
    }

    public static void Range((double From, double To)? range)
    {
        if (range is var (from, to) && !(double.IsFinite(from) && double.IsFinite(to) && from < to))
            throw new ArgumentException(Invariant($"range is {from} to {to}; expected two finite numbers, the smaller first."), nameof(range));
    }

    /// <summary>The caption, with a sentence about values left out when there are any.</summary>
    public static string WithMissing(string caption, int missing) => missing switch
    {
        0 => caption,
        1 => caption + " (1 value is not a number and left blank.)",
        _ => caption + Invariant($" ({missing} values are not numbers and left blank.)"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
