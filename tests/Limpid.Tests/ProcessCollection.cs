using Xunit;

namespace Limpid.Tests;

/// <summary>Tests that touch what belongs to the whole process (console, environment, threads, the count of tensors, libtorch's generator) run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "process";
}
