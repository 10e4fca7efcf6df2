namespace Limpid.Data;

/// <summary>Trained weights are missing, damaged or don't fit the module; the message is one sentence for the user.</summary>
/// <param name="message">What is wrong and what was expected.</param>
/// <param name="inner">The cause, if another exception is.</param>
public sealed class TrainedModelException(string message, Exception? inner = null) : DataSetException(message, inner);
