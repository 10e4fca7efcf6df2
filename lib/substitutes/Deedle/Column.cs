namespace Deedle;

internal sealed record Column<C>(C Key, Type Type, OptionalValue<object>[] Cells);
