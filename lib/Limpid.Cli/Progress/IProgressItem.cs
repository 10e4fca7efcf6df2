namespace Limpid.Cli.Progress;

/// <summary>One piece of work whose progress is shown.</summary>
internal interface IProgressItem
{
    /// <summary>Shows how far it is.</summary>
    /// <param name="fraction">Between 0 and 1.</param>
    /// <param name="note">A few words on what is going on.</param>
    void Report(double fraction, string note);

    /// <summary>Shows that it has ended.</summary>
    /// <param name="result">A few words on how.</param>
    void End(string result);
}
