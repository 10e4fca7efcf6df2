namespace Limpid.Figures;

/// <summary>How numbers become colours.</summary>
public enum ColourScale
{
    /// <summary><see cref="Diverging"/> when a value or the lower end of a given range is negative, else <see cref="Sequential"/>.</summary>
    Auto,

    /// <summary>Blue over white to red, symmetric around 0: for signed values.</summary>
    Diverging,

    /// <summary>Dark violet to yellow, evenly perceived, from 0 (or the smallest value, when that is negative) up.</summary>
    Sequential,

    /// <summary>White to black, for the ink of pictures.</summary>
    Grey,
}
