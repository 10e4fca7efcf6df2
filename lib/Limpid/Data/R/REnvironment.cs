namespace Limpid.Data.R;

/// <summary>An environment: variables by name. It may hold itself, so walk it with care.</summary>
public sealed class REnvironment : RValue
{
    private readonly Dictionary<string, RValue> variables = [];

    internal REnvironment()
        : base(null)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<string> PartNames => variables.Keys;

    /// <inheritdoc/>
    public override RValue? Find(string name) => variables.GetValueOrDefault(name);

    /// <summary>For example "an environment of 2".</summary>
    public override string ToString() => FormattableString.Invariant($"an environment of {variables.Count}");

    // An environment must be known to references before its variables are read; only the reader calls this.
    internal void Fill(RValue frame)
    {
        if (frame is not RList list)
            return;
        foreach ((string name, RValue value) in list.Parts)
            variables.TryAdd(name, value);
    }
}
