namespace Limpid.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for succeeded.</summary>
    public const int Ok = 0;

    /// <summary>Something asked for did not succeed.</summary>
    public const int Failed = 1;

    /// <summary>The command line can't be understood.</summary>
    public const int WrongUse = 2;

    /// <summary>Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;
}
