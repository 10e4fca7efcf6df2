using Xunit;

namespace Substitutes.Tests.Modules;

/// <summary>Tests that seed the process-wide generator must not run beside others.</summary>
[CollectionDefinition("random", DisableParallelization = true)]
public sealed class RandomCollection;
