using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>What one encoder does with the test images.</summary>
/// <param name="Dead">Units that answer to none.</param>
/// <param name="Active">Part of all answers above 0.</param>
/// <param name="Redundancy"><c>| Corr(d) - I |_F^2</c> over all test images.</param>
/// <param name="BatchRedundancy">The same within a batch, mean over batches: 64 unrelated units have about 32 in a batch of 128, from chance alone.</param>
/// <param name="Entropy">Mean entropy of the responsibilities softmax(-d), in nats: ln 64 = 4.159 if all units share alike.</param>
/// <param name="Probe">Test accuracy of a linear classifier on d.</param>
/// <param name="ResponsibilityCosine">Cosine between w_j and the image, weighted by the responsibilities.</param>
/// <param name="ActivationCosine">Correlation of d_j with that cosine over units and images.</param>
/// <param name="Precision">Correlation over the units of |w| with 1 / standard deviation of the images along w; NaN if all are alike.</param>
/// <param name="Loss">Mean loss of a batch in each epoch.</param>
/// <param name="Filters">The rows of the first units, row by row [shown, pixels].</param>
public sealed record EncoderReading(
    int Dead, double Active, double Redundancy, double BatchRedundancy, double Entropy, double Probe, double ResponsibilityCosine, double ActivationCosine, double Precision,
    ImmutableArray<double> Loss, ImmutableArray<ImmutableArray<float>> Filters);
