namespace Limpid.Figures;

/// <summary>Which neurons of a layer a diagram shows, and how high: all, or the first and the last with a mark between them.</summary>
internal static class NeuronPlaces
{
    /// <summary>The neurons shown, with their height: the layer is centred at 0, neighbours are 1 apart, the first is on top.</summary>
    /// <param name="size">Neurons of the layer.</param>
    /// <param name="most">The most shown, at least 2.</param>
    public static IReadOnlyList<(int Neuron, double Height)> Of(int size, int most)
    {
        if (size <= most)
            return [.. Enumerable.Range(0, size).Select(i => (i, (size - 1) / 2.0 - i))];
        var first = (most + 1) / 2;
        // The mark takes one place.
        return [.. Enumerable.Range(0, most).Select(k => (k < first ? k : size - most + k, most / 2.0 - (k < first ? k : k + 1)))];
    }

    /// <summary>The height of the mark for the neurons left out; null when all are shown.</summary>
    /// <inheritdoc cref="Of"/>
    public static double? Mark(int size, int most) => size <= most ? null : most / 2.0 - (most + 1) / 2;
}
