namespace Limpid.Notebooks.Scripting;

/// <summary>Carries a cell's own exception out of the session's machinery.</summary>
internal sealed class CellFailure(Exception thrown) : Exception(thrown.Message, thrown);
