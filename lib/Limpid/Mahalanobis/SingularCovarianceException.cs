namespace Limpid.Mahalanobis;

/// <summary>A covariance has no inverse, so that it gives no Mahalanobis distance.</summary>
/// <param name="message">What was found and what was expected.</param>
public sealed class SingularCovarianceException(string message) : ArgumentException(message);
