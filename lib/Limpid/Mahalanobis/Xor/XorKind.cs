namespace Limpid.Mahalanobis.Xor;

/// <summary>A network for the exclusive or: two inputs, a hidden layer, two scores.</summary>
public enum XorKind
{
    /// <summary>One hidden node with the absolute value; Kaiming-normal start.</summary>
    Abs,

    /// <summary>Two hidden nodes with ReLU; Kaiming-normal start.</summary>
    Relu,

    /// <summary>Two hidden nodes with the logistic function; Xavier-normal start.</summary>
    Sigmoid,
}
