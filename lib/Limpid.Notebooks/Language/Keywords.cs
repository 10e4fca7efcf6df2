namespace Limpid.Notebooks.Language;

/// <summary>The words of C# 14 that a cell can use.</summary>
internal static class Keywords
{
    public static readonly IReadOnlyList<Candidate> Types = Make(
        "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void");

    public static readonly IReadOnlyList<Candidate> Expressions =
    [
        .. Types,
        .. Make("and as async await base by checked default delegate equals false from group in into is join let nameof new not null on or orderby out ref "
            + "scoped select sizeof stackalloc static switch this throw true typeof unchecked var when where with ascending descending"),
    ];

    public static readonly IReadOnlyList<Candidate> All =
    [
        .. Expressions,
        .. Make("abstract break case catch class const continue do else enum event explicit extern finally fixed for foreach get global goto if implicit init "
            + "interface internal lock operator override params partial private protected public readonly record required return sealed set struct try unsafe "
            + "using virtual volatile while yield"),
    ];

    public static readonly Candidate Static = Make("static")[0];

    private static Candidate[] Make(string words) =>
        [.. words.Split(' ').Select(word => Candidate.Of(word, CompletionKind.Keyword, CandidateGroup.Keyword))];
}
