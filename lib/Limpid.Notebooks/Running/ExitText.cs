namespace Limpid.Notebooks.Running;

/// <summary>Why a process ended, in words.</summary>
internal static class ExitText
{
    public static string Describe(int code) => "the process died: " + code switch
    {
        134 => "it aborted (stack overflow, FailFast or a failed check in native code)",
        137 => "it was killed (often for want of memory)",
        139 => "native code touched memory that is not its own",
        136 => "native code divided by zero",
        132 => "native code used an instruction that this processor lacks",
        _ => System.FormattableString.Invariant($"it ended by itself with exit code {code}"),
    };
}
