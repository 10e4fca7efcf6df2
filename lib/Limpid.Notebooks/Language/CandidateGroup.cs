namespace Limpid.Notebooks.Language;

/// <summary>The order of completions that fit equally well.</summary>
internal static class CandidateGroup
{
    public const int Expected = 0, Local = 1, Member = 2, Type = 3, Extension = 4, Module = 5, Object = 6, Keyword = 7;
}
