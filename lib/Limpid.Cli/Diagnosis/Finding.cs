namespace Limpid.Cli.Diagnosis;

/// <summary>What <c>doctor</c> says of one thing.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What was found.</param>
/// <param name="Mend">What to type if something is missing, else null.</param>
/// <param name="Required">Whether Limpid can't do its main job without it.</param>
internal sealed record Finding(string Subject, string Text, string? Mend = null, bool Required = false);
