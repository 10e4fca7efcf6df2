namespace TorchSharp;

public static partial class torch
{
    public struct TensorIndex
    {
        internal enum Case { None, Null, Ellipsis, Single, Bool, Slice, Tensor }

        internal Case Which;
        internal long? Start;
        internal long? Stop;
        internal long? Step;
        internal torch.Tensor? Index;

        public static TensorIndex None = new() { Which = Case.None };

        public static TensorIndex Null = new() { Which = Case.Null };

        public static TensorIndex Ellipsis = new() { Which = Case.Ellipsis };

        public static TensorIndex Colon = new() { Which = Case.Slice };

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Which = Case.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice(Range range) => Slice(At(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : At(range.End));

        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, range.end);

        public static TensorIndex Single(long? index) => new() { Which = Case.Single, Start = index };

        public static TensorIndex Bool(bool value) => new() { Which = Case.Bool, Start = value ? 1 : 0 };

        public static TensorIndex Tensor(Tensor tensor) => new() { Which = Case.Tensor, Index = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(At(index));

        private static long At(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
