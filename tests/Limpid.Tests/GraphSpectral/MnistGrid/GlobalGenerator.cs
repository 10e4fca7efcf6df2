using Xunit;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

/// <summary>Tests that draw from libtorch's generator, which the whole process shares: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class GlobalGenerator
{
    public const string Name = "libtorch's generator";
}
