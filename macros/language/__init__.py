"""The language room: typography, dates, numbers, sorting and strangers' text made safe."""
