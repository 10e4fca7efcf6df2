using System.Runtime.InteropServices;

namespace Limpid.Cli;

/// <summary>Turns Ctrl-C and SIGTERM into a cancelled token; a command that does not end by itself soon after is ended.</summary>
internal sealed class Interruption : IDisposable
{
    // Runs save and end their workers within two seconds; this is for what hangs.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.9);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _end;

    /// <summary>Listens from now on.</summary>
    public Interruption() =>
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _end?.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _end ??= new Timer(_ => Environment.Exit(ExitCode.Interrupted), null, Grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
