namespace TorchSharp;

public static partial class torch
{
    public static ScalarType get_default_dtype() => (ScalarType)Shim.lt_default_dtype();

    public static void set_default_dtype(ScalarType dtype) => Shim.Check(Shim.lt_set_default_dtype((int)dtype));
}
