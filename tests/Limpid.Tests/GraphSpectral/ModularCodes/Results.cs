using Limpid.GraphSpectral.ModularCodes;

namespace Limpid.Tests.GraphSpectral.ModularCodes;

internal static class Results
{
    internal static ModularResult Of(int modules, int count, double[][]? correlations = null) => new()
    {
        Variant = "GSR",
        Modules = modules,
        Seed = 0,
        Steps = [0],
        Counts = [count],
        CountsAt = [[count, count, count]],
        UntrainedCount = 1,
        Error = 1,
        UntrainedError = 2,
        Correlations = correlations ?? [[1]],
        Snapshots = [],
    };
}
