namespace Limpid.Notebooks.Packages;

/// <summary>Full paths of what a set of packages brings: to compile against, to load, and native libraries.</summary>
internal sealed record RestoredPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native);
