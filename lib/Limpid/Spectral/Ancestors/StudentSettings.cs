namespace Limpid.Spectral.Ancestors;

/// <summary>Sizes of the student-and-teacher experiment. The paper's are not known; these were chosen on seeds from 1000 up.</summary>
public sealed record StudentSettings
{
    /// <summary>Numbers that go in.</summary>
    public int Inputs { get; init; } = 10;

    /// <summary>Hidden nodes of the teacher.</summary>
    public int Teacher { get; init; } = 20;

    /// <summary>Hidden nodes of the student.</summary>
    public int Student { get; init; } = 100;

    /// <summary>Training samples.</summary>
    public int Train { get; init; } = 10_000;

    /// <summary>Test samples.</summary>
    public int Test { get; init; } = 2_000;

    /// <summary>Passes over the training samples.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Samples in a step.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>Step of Adam.</summary>
    public double LearningRate { get; init; } = 5e-3;

    /// <summary>Weight of the squares of all trained eigenvalues and eigenvectors, or of the plain student's weights.</summary>
    public double Penalty { get; init; } = 1e-3;

    /// <summary>The numbers of nodes at which the error is read, rising.</summary>
    public int[] Sizes() => [.. Enumerable.Range(1, Student).Where(size => size <= 3 * Teacher || size == Student || size % 10 == 0)];
}
