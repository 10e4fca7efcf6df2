using System.Diagnostics;
using Limpid.Notebooks.Jupyter;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Keeps the Jupyter of a test away from the user's: its settings, its running servers, its kernels.</summary>
internal static class JupyterFolders
{
    public static void Set(ProcessStartInfo start, TestFolder folder)
    {
        KernelSpec.Write(folder["jupyter/data"]);
        start.Environment["JUPYTER_PATH"] = folder["jupyter/data"];
        start.Environment["JUPYTER_DATA_DIR"] = folder["jupyter/own"];
        start.Environment["JUPYTER_CONFIG_DIR"] = folder["jupyter/config"];
        start.Environment["JUPYTER_RUNTIME_DIR"] = folder["jupyter/run"];
        start.Environment["IPYTHONDIR"] = folder["jupyter/ipython"];
    }
}
