namespace Limpid.Data.R;

/// <summary>The word before each item: its type in eight bits, what follows in the next, levels above.</summary>
internal readonly record struct RItem(int Flags)
{
    public const int Symbol = 1, PairList = 2, Environment = 4, Language = 6, Char = 9, Logical = 10, Integer = 13, Real = 14, Text = 16, List = 19,
        Raw = 24, Object = 25, Altrep = 238, AttributedPairList = 239, AttributedLanguage = 240, BaseEnvironment = 241, EmptyEnvironment = 242,
        PackageEnvironment = 248, Namespace = 249, BaseNamespace = 250, MissingArgument = 251, Unbound = 252, GlobalEnvironment = 253, Null = 254, Reference = 255;

    public int Type => Flags & 0xFF;

    public bool HasAttributes => (Flags & 0x200) != 0 || Type is AttributedPairList or AttributedLanguage;

    public bool HasTag => (Flags & 0x400) != 0;

    public bool IsLatin => (Flags >> 12 & 4) != 0;

    public bool IsPair => Type is PairList or Language or AttributedPairList or AttributedLanguage;

    /// <summary>The number of a reference that is packed above the type, or 0.</summary>
    public int Packed => Flags >>> 8;
}
