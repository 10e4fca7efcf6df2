namespace Limpid.Data;

/// <summary>An array of bytes in the idx format of MNIST.</summary>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">Its values, row-major.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, ReadOnlyMemory<byte> Values);
