name = Plenum
