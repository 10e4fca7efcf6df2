using System.Collections.Immutable;

namespace Limpid.Data.Tfjs;

/// <summary>A constant tensor; its entries are in one of the two arrays, the last axis running fastest.</summary>
/// <param name="Name">The name of its node.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Numbers">The entries of a floating-point constant, else empty.</param>
/// <param name="Integers">The entries of a whole-number or Boolean constant, else empty.</param>
public sealed record TfjsConstant(string Name, ImmutableArray<int> Shape, ImmutableArray<float> Numbers, ImmutableArray<int> Integers);
