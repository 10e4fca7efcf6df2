using System.Collections.Immutable;
using Limpid.Mahalanobis.Batched;

namespace Limpid.Mahalanobis.Xor;

/// <summary>Networks of one kind before and after their training.</summary>
/// <param name="Before">One per seed.</param>
/// <param name="After">One per seed.</param>
/// <param name="Curve">Their losses on the way.</param>
public sealed record XorRun(ImmutableArray<XorReading> Before, ImmutableArray<XorReading> After, BatchedCurve Curve);
