using Limpid.Cli;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Runs <c>lab</c> on a checkout made by a test, in a process that can be interrupted.</summary>
internal static class LabDoor
{
    public const string Word = "lab-at";

    public static async Task<int> RunAsync(string root)
    {
        using var interruption = new Interruption();
        return await LimpidCommand.RunAsync(["lab", "--no-browser"], Console.Out, Console.Error, new Workplace(root), interruption.Token);
    }
}
