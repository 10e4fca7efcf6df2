namespace Limpid.Notebooks.Jupyter.Zmtp;

/// <summary>What a socket of the kernel is in the terms of ZeroMQ.</summary>
internal enum ZmtpRole
{
    /// <summary>Takes messages from many clients and answers each: shell, control, stdin.</summary>
    Router,

    /// <summary>Sends to all who subscribed: iopub.</summary>
    Publisher,

    /// <summary>Answers each message with one: the heartbeat.</summary>
    Reply,
}
