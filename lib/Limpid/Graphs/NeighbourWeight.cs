namespace Limpid.Graphs;

/// <summary>The weight of an edge between neighbours i and j at distance d_ij.</summary>
/// <remarks>For d_ij = 1 with sigma_i = 1 and sigma_j = 2: binary 1, <c>Gaussian(1)</c> e^-1 = 0.368, adaptive (e^-1 + e^(-1/4)) / 2 = 0.573.</remarks>
public abstract record NeighbourWeight
{
    /// <summary>The smallest sigma^2 that enters a kernel: duplicates have a neighbour at distance 0.</summary>
    internal const double LeastSquare = 1e-12;

    private NeighbourWeight() { }

    /// <summary>1 for every edge.</summary>
    public static NeighbourWeight Binary { get; } = new BinaryWeight();

    /// <summary>exp(-d_ij^2 / s^2).</summary>
    /// <param name="scale">s, in the unit of the coordinates; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not positive and finite.</exception>
    public static NeighbourWeight Gaussian(double scale) => new GaussianWeight(PositiveNumber.Checked(scale));

    /// <summary>
    /// exp(-d_ij^2 / sigma_i^2) / 2 + exp(-d_ij^2 / sigma_j^2) / 2 (graph spectral regularization, eq. A-2), where sigma_i is the distance of
    /// point i to its neighbour of the given rank and sigma^2 is at least 1e-12.
    /// </summary>
    /// <param name="rank">1 for the nearest other point, up to k.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is below 1.</exception>
    public static NeighbourWeight Adaptive(int rank = 2) => rank >= 1
        ? new AdaptiveWeight(rank)
        : throw new ArgumentOutOfRangeException(nameof(rank), rank, FormattableString.Invariant($"The rank is {rank}; expected 1 for the nearest neighbour, or more."));

    /// <summary>The weight of an edge.</summary>
    internal abstract double Of(NearestNeighbours neighbours, int i, int j, double distance);

    /// <summary>Refuses what these neighbours don't allow.</summary>
    internal virtual void Check(NearestNeighbours neighbours) { }

    private sealed record BinaryWeight : NeighbourWeight
    {
        internal override double Of(NearestNeighbours neighbours, int i, int j, double distance) => 1;
    }

    private sealed record GaussianWeight(double Scale) : NeighbourWeight
    {
        internal override double Of(NearestNeighbours neighbours, int i, int j, double distance) => Math.Exp(-Math.Pow(distance / Scale, 2));
    }

    private sealed record AdaptiveWeight(int Rank) : NeighbourWeight
    {
        internal override double Of(NearestNeighbours neighbours, int i, int j, double distance) =>
            (Side(neighbours, i, distance) + Side(neighbours, j, distance)) / 2;

        internal override void Check(NearestNeighbours neighbours)
        {
            if (Rank > neighbours.K)
                throw new ArgumentException(FormattableString.Invariant(
                    $"The adaptive weight asks for neighbour {Rank}; expected 1 to {neighbours.K}, the number of neighbours that were searched."), "weight");
        }

        private double Side(NearestNeighbours neighbours, int point, double distance)
        {
            var sigma = neighbours.Distances(point)[Rank - 1];
            return Math.Exp(-distance * distance / Math.Max(sigma * sigma, LeastSquare));
        }
    }
}
