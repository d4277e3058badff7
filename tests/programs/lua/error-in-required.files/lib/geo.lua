local geo = {}
function geo.area(r)
  return r.w * r.h
end
return geo
