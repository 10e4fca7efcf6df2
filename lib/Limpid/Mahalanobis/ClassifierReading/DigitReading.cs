namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>One network read before and after its training, beside the control.</summary>
/// <param name="Accuracy">On test images.</param>
/// <param name="Before">The layer as it started.</param>
/// <param name="After">The trained layer.</param>
/// <param name="Shuffled">The trained layer with exchanged pixels.</param>
/// <param name="DeadPixelChange">Largest change of a weight on a pixel that is the same in all training images; 0 if there is no such pixel.</param>
public sealed record DigitReading(double Accuracy, LayerSummary Before, LayerSummary After, LayerSummary Shuffled, double DeadPixelChange);
