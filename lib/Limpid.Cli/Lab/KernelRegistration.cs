using Limpid.Notebooks.Jupyter;

namespace Limpid.Cli.Lab;

/// <summary>The kernel among those that the user's own Jupyter knows. One of the same name that is not ours is left alone.</summary>
/// <param name="data">The user's data folder of Jupyter.</param>
internal sealed class KernelRegistration(string data)
{
    private readonly string _folder = KernelSpec.Folder(data);

    private string Description => Path.Combine(_folder, "kernel.json");

    /// <summary>Writes the kernel's description, or renews it.</summary>
    /// <returns>The folder it lies in.</returns>
    /// <exception cref="UserErrorException">Another program's kernel has the name.</exception>
    public string Add()
    {
        RefuseOthers();
        return KernelSpec.Write(data);
    }

    /// <summary>Removes the description.</summary>
    /// <returns>The folder that is gone, or null if there was none.</returns>
    /// <exception cref="UserErrorException">Another program's kernel has the name.</exception>
    public string? Remove()
    {
        if (!File.Exists(Description))
            return null;
        RefuseOthers();
        Directory.Delete(_folder, recursive: true);
        return _folder;
    }

    private void RefuseOthers()
    {
        if (File.Exists(Description) && !KernelSpec.IsOurs(data))
            throw new UserErrorException($"{_folder} holds the kernel of another program under the same name; delete that folder to have Limpid's instead.");
    }
}
