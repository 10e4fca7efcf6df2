using System.Collections.Immutable;

namespace Limpid.Data.R;

/// <summary>Reads items one after another; each consumes at least four bytes, so that no file makes more values than a quarter of its length.</summary>
internal sealed class RReader(RInput input)
{
    // R itself nests data a few dozen deep; the limit keeps a hostile file from exhausting the stack, which no program survives.
    private const int MaxDepth = 500;

    private readonly List<RValue> references = [];
    private int depth;

    public RValue Read() => Read(new RItem(input.Int32()));

    private RValue Read(RItem item)
    {
        if (++depth > MaxDepth)
            throw RData.Fault($"its values are nested more than {MaxDepth} deep");
        try
        {
            return item.IsPair ? Pairs(item) : Single(item);
        }
        finally
        {
            depth--;
        }
    }

    private RValue Single(RItem item) => item.Type switch
    {
        RItem.Null or RItem.GlobalEnvironment or RItem.Unbound or RItem.MissingArgument or RItem.BaseNamespace or RItem.EmptyEnvironment
            or RItem.BaseEnvironment => RNull.Value,
        RItem.Reference => Referenced(item.Packed != 0 ? item.Packed : input.Int32()),
        RItem.Symbol => Known(new RSymbol(Char() ?? "NA")),
        RItem.Environment => Environment(),
        RItem.Namespace or RItem.PackageEnvironment => Space(),
        RItem.Logical or RItem.Integer => Vector(input.Int32s(input.Count(4)), item),
        RItem.Real => Vector(input.Doubles(input.Count(8)), item),
        RItem.Text => Vector(Texts(), item),
        RItem.Raw => Vector([.. input.Take(input.Count(1))], item),
        RItem.List => List(item),
        RItem.Object => new RObject(Attributes(item)),
        RItem.Altrep => Altrep.Expand(Read(), Read(), Read()),
        _ => throw RData.Fault($"an item has the type {item.Type}, which this reader does not know"),
    };

    private RVector<T> Vector<T>(ImmutableArray<T> values, RItem item) => new(values, Attributes(item));

    private RList List(RItem item)
    {
        var values = new RValue[input.Count(4)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Read();
        return new RList([.. values], Attributes(item));
    }

    private ImmutableArray<string?> Texts()
    {
        var values = new string?[input.Count(8)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Char();
        return [.. values];
    }

    private string? Char()
    {
        var item = new RItem(input.Int32());
        if (item.Type != RItem.Char)
            throw RData.Fault($"a text was expected, an item of type {item.Type} was found");
        int length = input.Int32();
        string? text = length == -1 ? null : input.Text(length, item.IsLatin);
        Attributes(item);
        return text;
    }

    private RValue Pairs(RItem item)
    {
        var (values, tags) = (ImmutableArray.CreateBuilder<RValue>(), ImmutableArray.CreateBuilder<string>());
        IReadOnlyDictionary<string, RValue>? attributes = null;
        // Along the list by iteration: a list is as deep as it is long.
        for (; item.IsPair; item = new RItem(input.Int32()))
        {
            IReadOnlyDictionary<string, RValue>? own = Attributes(item);
            attributes ??= own;
            tags.Add(item.HasTag && Read() is RSymbol tag ? tag.Name : "");
            values.Add(Read());
        }
        if (item.Type != RItem.Null)
            throw RData.Fault($"a list ends with an item of type {item.Type}");
        return new RList(values.ToImmutable(), attributes, tags.ToImmutable());
    }

    private IReadOnlyDictionary<string, RValue>? Attributes(RItem item)
    {
        if (!item.HasAttributes)
            return null;
        return Read() is RList list ? Named(list) : throw RData.Fault("attributes are no list");
    }

    private RValue Environment()
    {
        var environment = new REnvironment();
        references.Add(environment);
        input.Int32();
        Read();
        environment.Fill(Read());
        if (Read() is RList buckets)
            foreach (RValue bucket in buckets.Values)
                environment.Fill(bucket);
        Read();
        return environment;
    }

    /// <summary>The named elements of a list; of several with one name, the first.</summary>
    internal static IReadOnlyDictionary<string, RValue> Named(RList list)
    {
        var parts = new Dictionary<string, RValue>();
        foreach ((string name, RValue value) in list.Parts)
            parts.TryAdd(name, value);
        return parts;
    }

    private RValue Space()
    {
        input.Int32();
        for (int left = input.Count(8); left > 0; left--)
            Char();
        return Known(RNull.Value);
    }

    private RValue Known(RValue value)
    {
        references.Add(value);
        return value;
    }

    private RValue Referenced(int number) => number >= 1 && number <= references.Count
        ? references[number - 1]
        : throw RData.Fault($"it refers to item {number} of {references.Count}");
}
