namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>How a lost direction is drawn anew.</summary>
public enum DirectionRestart
{
    /// <summary>As a row at the start: Kaiming-normal, through a random data point.</summary>
    Start,

    /// <summary>At random among the directions in the data's whitened coordinates that the layer does not hear, through their mean and with the mean gain. The data tell it, not the targets.</summary>
    Unheard,
}
