using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Safetensors;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its name, for example <c>features.0.weight</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Start">Where its bytes begin in the file.</param>
/// <param name="Length">How many there are.</param>
public sealed record SafetensorsEntry(string Name, ScalarType Type, ImmutableArray<long> Shape, long Start, long Length);
