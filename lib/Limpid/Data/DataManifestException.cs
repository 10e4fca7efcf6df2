namespace Limpid.Data;

/// <summary>The manifest <c>datasets.json</c> is missing or says something that can't be used.</summary>
/// <param name="message">What is wrong and where.</param>
/// <param name="inner">The cause, if another exception is.</param>
public sealed class DataManifestException(string message, Exception? inner = null) : DataSetException(message, inner);
