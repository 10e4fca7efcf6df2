using System.Collections.Immutable;
using System.Globalization;

namespace Limpid.Data.R;

/// <summary>Vectors that R writes in a shorter form: sequences, numbers to be written as texts, wrapped vectors.</summary>
internal static class Altrep
{
    /// <summary>A sequence is written in a few bytes whatever its length; longer ones than these (16 MiB of integers) are refused.</summary>
    private const int MaxSequence = 1 << 22;

    public static RValue Expand(RValue info, RValue state, RValue attributes)
    {
        string name = info is RList { Values: [RSymbol symbol, ..] } ? symbol.Name : throw RData.Fault("a compact vector has no class");
        IReadOnlyDictionary<string, RValue>? kept = attributes is RList list ? RReader.Named(list) : null;
        return name switch
        {
            "compact_intseq" => new RVector<int>([.. Sequence(state, int.MinValue, int.MaxValue).Select(value => (int)value)], kept),
            "compact_realseq" => new RVector<double>([.. Sequence(state, double.MinValue, double.MaxValue)], kept),
            "deferred_string" => new RVector<string?>([.. Texts(First(state))], kept),
            _ when name.StartsWith("wrap_", StringComparison.Ordinal) => With(First(state), kept),
            _ => throw RData.Fault($"it holds a compact vector of the class '{name}', which this reader does not know"),
        };
    }

    private static IEnumerable<double> Sequence(RValue state, double least, double most)
    {
        if (state is not RVector<double> { Values: [double count, double first, double step] })
            throw RData.Fault("a sequence is not given by count, first and step");
        double last = first + (count - 1) * step;
        if (!(count >= 0 && count <= MaxSequence && count == Math.Floor(count)) || !(Math.Min(first, last) >= least && Math.Max(first, last) <= most))
            throw RData.Fault(FormattableString.Invariant($"a sequence has {count} elements from {first} in steps of {step}; expected at most {MaxSequence}"));
        return Enumerable.Range(0, (int)count).Select(i => first + i * step);
    }

    private static RValue First(RValue state) =>
        state is RList { Values: [RValue first, ..] } ? first : throw RData.Fault("a compact vector has no content");

    private static IEnumerable<string?> Texts(RValue numbers) => numbers switch
    {
        RVector<int> integers => integers.Values.Select(value => value == RData.MissingInteger ? null : value.ToString(CultureInfo.InvariantCulture)),
        RVector<double> doubles => doubles.Values.Select(value => double.IsNaN(value) ? null : value.ToString("G15", CultureInfo.InvariantCulture)),
        _ => throw RData.Fault($"expected numbers to write as texts, found {numbers}"),
    };

    private static RValue With(RValue value, IReadOnlyDictionary<string, RValue>? attributes) => (value, attributes) switch
    {
        (_, null) => value,
        (RVector<int> vector, _) => new RVector<int>(vector.Values, attributes),
        (RVector<double> vector, _) => new RVector<double>(vector.Values, attributes),
        (RVector<string?> vector, _) => new RVector<string?>(vector.Values, attributes),
        (RVector<byte> vector, _) => new RVector<byte>(vector.Values, attributes),
        (RList vector, _) => new RList(vector.Values, attributes),
        _ => throw RData.Fault($"a wrapped vector is {value}"),
    };
}
